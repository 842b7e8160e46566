import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

afterEach(cleanup);

// jsdom knows neither of these, which Mantine asks for.
Object.defineProperty(window, 'matchMedia', { value: () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {}, addListener: () => {}, removeListener: () => {} }) });
window.ResizeObserver ??= class { observe() {} unobserve() {} disconnect() {} } as never;
window.HTMLElement.prototype.scrollIntoView = vi.fn();
globalThis.CSS ??= { escape: (t: string) => t.replace(/([^\w-])/g, '\\$1') } as never;
Object.defineProperty(document, 'fonts', { value: { addEventListener: () => {}, removeEventListener: () => {} } });
