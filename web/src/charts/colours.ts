// The page's colours as a canvas understands them: a custom property is only a text until some
// element's colour is computed from it.

export interface ChartColours {
  paper: string;
  ink: string;
  inkSoft: string;
  hairline: string;
  accent: string;
  watch: string;
  severe: string;
  bandInner: string;
  bandOuter: string;
}

export function readColours(host: HTMLElement): ChartColours {
  const probe = document.createElement('span');
  (host.shadowRoot ?? host).append(probe);
  const read = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    paper: read('paper'),
    ink: read('ink'),
    inkSoft: read('ink-soft'),
    hairline: read('hairline'),
    accent: read('accent'),
    watch: read('watch'),
    severe: read('severe'),
    bandInner: read('band-inner'),
    bandOuter: read('band-outer'),
  };
  probe.remove();
  return colours;
}

/** Whether the page is dark where `host` stands. */
export function isDark(host: HTMLElement): boolean {
  const [red = 255] = readColours(host).paper.match(/\d+/g)?.map(Number) ?? [];
  return red < 128;
}
