import { createTheme, type MantineColorsTuple } from '@mantine/core';

const marine: MantineColorsTuple = ['#eef3fa', '#dbe5f2', '#b5c9e5', '#8bacd8', '#6893cc', '#4b7cbd', '#35639f', '#1f4f8f', '#1f3d6b', '#152b4d'];

/** Calm and dense; every text colour keeps 4.5:1 on its ground. */
export const theme = createTheme({
  primaryColor: 'marine',
  primaryShade: 7,
  colors: { marine },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  headings: { fontFamily: 'inherit', fontWeight: '650' },
  defaultRadius: 4,
  black: '#1c2430',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: { defaultProps: { centered: false, transitionProps: { duration: 0 }, overlayProps: { backgroundOpacity: 0.4 } } },
    // Mantine's dialog opens with a <header>, which would be a second banner of the page.
    ModalHeader: { defaultProps: { role: 'none' } },
    // An empty element inside the menu that takes the focus: the first entry takes it instead.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    TextInput: { defaultProps: { size: 'sm' } },
    InputWrapper: { styles: { description: { color: 'var(--jalon-discret)', fontSize: '0.875rem' }, error: { color: 'var(--jalon-retard)', fontSize: '0.875rem' }, label: { fontWeight: 600 } } },
  },
});
