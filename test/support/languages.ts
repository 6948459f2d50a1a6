// Every test speaks every language: the words are read before the first of them.
import { languages, learn } from '@studyspec/core';

await Promise.all(languages.map((language) => learn(language)));
