// Figures as files, drawn by a program that knows no custom properties: resvg, which draws in librsvg's stead and in much else.
import { Resvg } from '@resvg/resvg-js';
import { figuresIn, reportOf } from '@studyspec/core';
import { describe, expect, it } from 'vitest';
import { runExample } from '../support/examples.ts';

const document = reportOf(runExample('examples/anshun/anshun.study').results!, { language: 'en' });

interface Pixels {
  readonly total: number;
  readonly count: (fits: (red: number, green: number, blue: number) => boolean) => number;
}

/** Letters are left out: no font is needed, and what is counted is marks. */
function drawn(svg: string): Pixels {
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false }, fitTo: { mode: 'zoom', value: 2 } }).render();
  return {
    total: pixels.length / 4,
    count(fits) {
      let found = 0;
      for (let at = 0; at < pixels.length; at += 4)
        if (pixels[at + 3]! > 200 && fits(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!)) found += 1;
      return found;
    },
  };
}
/** Clearly more blue than red, or more red than blue: shades of the two hues, however pale. */
const blue = (red: number, _: number, b: number): boolean => b - red > 25;
const orange = (red: number, _: number, b: number): boolean => red - b > 25;
const black = (red: number, green: number, b: number): boolean => red + green + b < 12;

const named = (theme: 'light' | 'dark') => new Map(figuresIn(document, theme).map((file) => [file.name, file.svg]));

describe.each(['light', 'dark'] as const)('the figures of the Anshun example in %s', (theme) => {
  const files = named(theme);

  it('lie on paper of their colours, nothing is black', () => {
    expect(files.size).toBeGreaterThan(10);
    for (const [name, svg] of files) {
      const picture = drawn(svg);
      expect(picture.count(black) / picture.total, name).toBeLessThan(theme === 'light' ? 0.002 : 0.001);
      const paper = picture.count((red, green, b) => (theme === 'light' ? red + green + b > 3 * 235 : red + green + b < 3 * 40));
      expect(paper / picture.total, name).toBeGreaterThan(0.15);
      expect(picture.count(blue) + picture.count(orange), name).toBeGreaterThan(100);
    }
  });

  it('show both signs of loadings in colour', () => {
    const map = drawn(files.get('integration-loadings-map.svg')!);
    expect(map.count(blue) / map.total).toBeGreaterThan(0.05);
    expect(map.count(orange)).toBeGreaterThan(1000);
  });

  it('show answers below and above the middle, and figures that agree and differ, in both hues', () => {
    for (const name of ['dimensions-answers.svg', 'published-0-agreement.svg']) {
      const picture = drawn(files.get(name)!);
      expect(picture.count(blue), name).toBeGreaterThan(500);
      expect(picture.count(orange), name).toBeGreaterThan(500);
    }
  });
});

it('coefficients below zero are drawn in the other hue than those above', () => {
  const picture = drawn(named('light').get('full-coefficient-plot.svg')!);
  expect(picture.count(blue)).toBeGreaterThan(3000);
  expect(picture.count(orange)).toBeGreaterThan(3000);
});
