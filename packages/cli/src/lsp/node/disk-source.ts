// Data files of a machine as the computing thread reads them.
import { createHash } from 'node:crypto';
import { readAnswers } from '../../host/answers.ts';
import type { DataSource } from '../data-reading.ts';
import { ABSENT, SPECIAL } from '../host.ts';
import { stampOf } from './disk.ts';

export const diskSource: DataSource = {
  read(options, { name, path, stamp }) {
    const answers = readAnswers(options, name, path, stamp === SPECIAL ? { refusal: { is: 'special' } } : undefined);
    const { origin, problems } = answers;
    const digest =
      origin === null
        ? `${name} ${path} ${JSON.stringify(problems)}`
        : createHash('sha256').update(name).update(JSON.stringify(options)).update(origin.digest).digest('hex');
    return { ...answers, absent: origin === null && stampOf(path) === ABSENT, digest };
  },
  digestOf: (text) => createHash('sha256').update(text).digest('hex'),
};
