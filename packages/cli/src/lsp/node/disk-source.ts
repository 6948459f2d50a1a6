// Data files of a machine as the computing thread reads them.
import { createHash } from 'node:crypto';
import { readAnswers } from '../../host/answers.ts';
import { readBytes } from '../../host/files.ts';
import type { DataSource } from '../data-reading.ts';
import { ABSENT, SPECIAL } from '../host.ts';
import { stampOf } from './disk.ts';

export const diskSource: DataSource = {
  read(options, { name, path, stamp }) {
    const bytes = stamp === SPECIAL ? { refusal: { is: 'special' } as const } : readBytes(path);
    const digest =
      'refusal' in bytes
        ? `${name} ${path} ${JSON.stringify(bytes.refusal)}`
        : createHash('sha256').update(name).update(JSON.stringify(options)).update(bytes.content).digest('hex');
    return { ...readAnswers(options, name, path, bytes), absent: 'refusal' in bytes && stampOf(path) === ABSENT, digest };
  },
  digestOf: (text) => createHash('sha256').update(text).digest('hex'),
};
