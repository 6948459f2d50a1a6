// Why nothing can be put where a manuscript asks for something, as a sentence. Where it stands is said by whoever knows the manuscript.
import type { Wrong } from '@studyspec/core';
import { said } from '../base/speech.ts';

export function toldWrong(wrong: Wrong): string {
  const { faults } = said().manuscripts;
  switch (wrong.is) {
    case 'unclosed':
      return faults.unclosed;
    case 'no address':
      return faults.noAddress(wrong.given);
    case 'nothing there':
      return faults.nothingThere(wrong.address, wrong.near);
    case 'no value':
      return faults.noValue(wrong.address, wrong.reason === '' ? '' : said().problems.reason(wrong.reason));
    case 'no format':
      return faults.noFormat(wrong.given, wrong.formats, wrong.near);
    case 'no table':
      return faults.noTable(wrong.name, wrong.among);
    case 'no figure':
      return faults.noFigure(wrong.name, wrong.among);
    case 'format of a part':
      return faults.formatOfPart(wrong.given);
    case 'not alone':
      return faults.notAlone;
  }
}
