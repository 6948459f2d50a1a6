// A language that has said little: what it says is heard, and everything else is English. How a folder is found is the platforms' tests'.
import { expect, it } from 'vitest';
import type { Catalogue, Partly } from '../../packages/core/src/words/catalogue.ts';
import { catalogue as english } from '../../packages/core/src/words/en/index.ts';
import { laidOver } from '../../packages/core/src/words/laid-over.ts';

const own: Partly<Catalogue> = {
  editor: { lenses: { run: 'Ausführen' }, renaming: { levelTaken: (category, level) => `${category} hat schon „${level}“.` } },
  texts: { 'Adjusted R²': 'Korrigiertes R²' },
};
const words = laidOver<Catalogue>(english, own);

it('two entries of a folder appear', () => {
  expect(words.editor.lenses.run).toBe('Ausführen');
  expect(words.editor.renaming.levelTaken('sex', 'male')).toBe('sex hat schon „male“.');
  expect(words.texts).toEqual({ 'Adjusted R²': 'Korrigiertes R²' });
});

it('and beside them, and deep below them, English stands', () => {
  expect(words.editor.lenses.preview).toBe('Preview');
  expect(words.editor.renaming.empty).toBe(english.editor.renaming.empty);
  expect(words.editor.hover).toEqual(english.editor.hover);
  expect(words.report).toEqual(english.report);
  expect(english.editor.lenses.run).toBe('Run');
});
