#!/usr/bin/env node
// The launcher that package managers link. It holds nothing but the way to the bundle,
// so that a link made at install time stays right when the bundle is built afterwards.
import module from 'node:module';

// From Node 22 on the compiled bundle is kept between runs, in Node's own cache folder.
module.enableCompileCache?.();
await import('../dist/main.js');
