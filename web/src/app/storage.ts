// The browser's storage for a few settings. It throws where it is forbidden (a sandboxed frame,
// some private windows); then a setting simply lasts as long as the page.

const prefix = 'premiumlens.';

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(prefix + key, value);
  } catch {
    // Nothing to do: it is not kept.
  }
}
