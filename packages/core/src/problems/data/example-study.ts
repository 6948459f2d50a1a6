// The study that the examples of data problems share: one item, one category, twelve answers. Each example changes one thing.

const study = `study "Life in the new village"

data "survey.csv" {
  id id
  missing blank
}

scale agreement 1..5 "disagree" .. "agree"

indicator happy "Happier than before the move" on agreement

category sex "Sex" {
  male   "Male"   = 1
  female "Female" = 2
}
`;

const answers = `id,happy,sex
V01,4,1
V02,5,2
V03,3,1
V04,4,2
V05,2,1
V06,4,2
V07,5,1
V08,3,2
V09,4,1
V10,1,2
V11,4,1
V12,5,2
`;

/** Replaces each `from` by its `to`; a `from` that is not there is a mistake of ours and throws when the catalogue is loaded. */
function edited(text: string, changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`example-study.ts: nothing reads ${from}`);
    return before.replace(from, () => to);
  }, text);
}

export function exampleStudy(...changes: (readonly [from: string, to: string])[]): string {
  return edited(study, changes);
}

export function exampleAnswers(...changes: (readonly [from: string, to: string])[]): string {
  return edited(answers, changes);
}
