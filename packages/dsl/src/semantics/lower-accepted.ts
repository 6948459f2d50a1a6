// `accept CODE "reason"`: which problems the author lets stand, and why. Whether there are such problems shows only with the numbers.
import { duplicateName, nearest, notAcceptable, problemCatalogue, raise, type AcceptedPlan } from '@studyspec/core';
import { labelOf } from './clauses.ts';
import type { Context } from './context.ts';
import { pathText, placeOf } from './declared.ts';

const severities = new Map(problemCatalogue.map((kind) => [kind.code, kind.severity]));

export function lowerAccepted(context: Context): AcceptedPlan[] {
  const found: AcceptedPlan[] = [];
  for (const { node, file } of context.merged.accepted) {
    const reason = labelOf(node.label);
    const said = reason.length > 0 && reason.every(({ text }) => text.trim() !== '');
    for (const name of node.names) {
      const code = pathText(name);
      const place = placeOf(file, name.span);
      const at = `accept/${code}`;
      const severity = severities.get(code);
      const first = context.origins.get(at);
      if (severity === undefined) {
        const near = severities.has(code.toUpperCase())
          ? code.toUpperCase()
          : nearest(
              code,
              [...severities].flatMap(([known, of]) => (of === 'error' ? [] : [known])),
            );
        const fixes = near === null ? [] : [{ act: { do: 'write' as const, text: near }, edits: [{ ...place, text: near }] }];
        context.problems.push(raise(notAcceptable, { code, fault: 'unknown', nearest: near }, { place, fixes }));
      } else if (severity === 'error') context.problems.push(raise(notAcceptable, { code, fault: 'error', nearest: null }, { place }));
      else if (first !== undefined) {
        context.problems.push(
          raise(
            duplicateName,
            { name: code, kind: 'accept', otherKind: 'accept' },
            { place, related: [{ says: { is: 'first accepted' }, place: first }] },
          ),
        );
      } else if (!said) {
        if (!node.broken) context.problems.push(raise(notAcceptable, { code, fault: 'no reason', nearest: null }, { place }));
      } else {
        context.origins.set(at, place);
        found.push({ code, reason, at });
      }
    }
  }
  return found;
}
