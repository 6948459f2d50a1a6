// The audit for programs: findings with their cells placed in the files they stand in, checks, readings. Version 1 of this shape.
import { toldFinding, toldReading, toldSkipped, type Audit, type Place, type Plan, type Reading } from '@studyspec/core';
import type { Origins } from '@studyspec/dsl';
import { namesBeside } from '../base/names.ts';
import { language } from '../base/speech.ts';
import { version } from '../base/version.ts';
import { linesOf } from './positions.ts';

export function auditJson(entry: string, plan: Plan, audit: Audit, origins: Origins, texts: ReadonlyMap<string, string | null>): string {
  const name = namesBeside(entry);
  const figures = new Map(plan.published.flatMap((published) => published.figures.map((figure) => [figure.at, figure] as const)));
  const lines = new Map([...texts].flatMap(([name, text]) => (text === null ? [] : [[name, linesOf(text)] as const])));
  const placed = (place: Place | undefined): { file: string; line: number; column: number; start: number; end: number } | null => {
    const at = place === undefined ? undefined : lines.get(place.file)?.at(place.span.start);
    return place === undefined || at === undefined
      ? null
      : { file: name(place.file), line: at.line, column: at.column, start: place.span.start, end: place.span.end };
  };
  const count = (certainty: string): number => audit.findings.filter((one) => one.certainty === certainty).length;
  const document = {
    $schema: 'https://studyspec.org/schema/audit-1.json',
    version: 1,
    studyspec: version,
    file: name(entry),
    figures: audit.figures,
    counts: { impossible: count('impossible'), inconsistent: count('inconsistent'), 'worth a look': count('worth a look') },
    findings: audit.findings
      .map((finding) => toldFinding(finding, language()))
      .map((one) => ({
        check: one.check,
        certainty: one.certainty,
        table: one.table,
        message: one.message,
        arithmetic: one.arithmetic,
        consistent: one.consistent,
        fact: one.fact,
        padded: one.padded,
        cells: one.at.map((at) => {
          const figure = figures.get(at);
          return {
            path: at,
            row: figure?.row ?? null,
            column: figure?.column ?? null,
            printed: figure?.printed.text ?? null,
            place: placed(origins.get(at)),
          };
        }),
        repairs: one.repairs,
        assumed: one.assumed,
        also: one.also,
        touches: one.touches,
      })),
    takingPart: audit.takingPart,
    checks: audit.checks.map((one) => ({ ...one, skipped: one.skipped.map((fact) => ({ ...toldSkipped(fact, language()), fact })) })),
    readings: audit.readings.map((one) => ({
      index: one.index,
      readings: one.readings.map(readingJson),
      compatible: one.compatible.map(readingJson),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function readingJson(reading: Reading) {
  const { sentence, arithmetic } = toldReading(reading, language());
  const { program, verdict, fact, lines } = reading;
  return { program, sentence, verdict, arithmetic, fact, lines };
}
