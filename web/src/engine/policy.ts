/**
 * The page's one Trusted Types policy of its own (Lit has another for its templates). It blesses
 * nothing but the worker's script, which came with the page.
 */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };

const blessed = new Set<string>();

const policy = trustedTypes?.createPolicy('premiumlens', {
  createScriptURL(url) {
    if (blessed.has(url)) return url;
    throw new TypeError('only the worker script that came with the page may be started');
  },
});

/** A classic worker that runs `script`, in browsers with and without Trusted Types. */
export function startWorker(script: string): Worker {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  blessed.add(url);
  try {
    return new Worker((policy?.createScriptURL(url) ?? url) as string);
  } finally {
    blessed.delete(url);
    // The script is fetched in a task of its own, after this one.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
}
