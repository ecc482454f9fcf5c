type Rgb = readonly [number, number, number];

/** How people see who lack one kind of cone (Machado, Oliveira and Fernandes 2009), on linear RGB. */
const SIGHTS = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function linear(hex: string): Rgb {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return [r, g, b];
}

/** WCAG's contrast ratio. */
export function contrast(a: string, b: string): number {
  const light = (hex: string) => {
    const [r, g, b] = linear(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const [low = 1, high = 1] = [light(a), light(b)].sort((x, y) => x - y);
  return high / low;
}

/** The distance of two colours in OKLab, for whoever tells them apart worst: 0.1 is plain to see. */
export function told(a: string, b: string): number {
  return Math.min(
    ...Object.values(SIGHTS).map((sight) => {
      const [one, two] = [a, b].map((hex) => lab(seen(linear(hex), sight)));
      return Math.hypot(...(one ?? []).map((value, at) => value - (two?.[at] ?? 0)));
    }),
  );
}

function seen(rgb: Rgb, matrix: readonly number[]): Rgb {
  const row = (at: number) =>
    Math.min(
      1,
      Math.max(
        0,
        rgb.reduce((sum, value, index) => sum + value * (matrix[3 * at + index] ?? 0), 0),
      ),
    );
  return [row(0), row(1), row(2)];
}

function lab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
