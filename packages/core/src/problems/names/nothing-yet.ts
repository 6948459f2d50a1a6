// Nothing is written yet.
import { defineProblem } from '../problem.ts';

export const nothingYet = defineProblem<Record<string, never>>({
  code: 'SS269',
  name: 'nothing-yet',
  severity: 'info',
  title: 'Nothing is written yet',
  message: () => 'The file is empty.',
  help: () =>
    'A study begins with study "Title" and data "answers.csv"; one that asks again ' +
    'what another ' +
    'asked, with ' +
    'study "Title" ' +
    'replicates "other.study" (studyspec replicate other.study answers.csv writes it for you); one without data, with framework "Title".',
  explanation: `A new file is no mistake. It can become a study, with a title and a file of answers; a replication, which takes over what
another study declares and says how this survey asked it; or a framework, which has no data and can be replicated. In an editor,
completion and the quick actions offer all three.`,
  example: {
    command: 'check',
    wrong: `// A study of ours.
`,
    right: `// A study of ours.
framework "Belonging"
`,
  },
});
