#!/usr/bin/env node
// What package managers link. It holds nothing but the way to the launcher,
// so that a link made at install time stays right when the bundle is built afterwards.
await import('../dist/launch.js');
