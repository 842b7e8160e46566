import js from '@eslint/js';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import ts from 'typescript-eslint';

const sansVoisine = (regex) => ({
  'no-restricted-imports': ['error', { patterns: [{ regex, message: 'Une feature n’importe pas une autre feature.' }, { regex: '/features/', message: 'Une feature n’importe pas une autre feature.' }] }],
});

export default ts.config(
  { ignores: ['target', 'node_modules', 'src/api/generated'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['src/**/*.tsx'], ...a11y.flatConfigs.recommended, rules: { ...a11y.flatConfigs.recommended.rules, 'jsx-a11y/no-autofocus': 'off' } },
  // A feature never imports another feature: the application composes them (app/features.ts).
  { files: ['src/features/*/*.{ts,tsx}'], rules: sansVoisine('^\\.\\./(?!\\.\\./)') },
  { files: ['src/features/*/*/*.{ts,tsx}'], rules: sansVoisine('^\\.\\./\\.\\./(?!\\.\\./)') },
  { files: ['scripts/**/*.mjs', '*.js'], languageOptions: { globals: globals.node } },
);
