#!/usr/bin/env node
// The launcher that package managers link. It holds nothing but the way to the bundle,
// so that a link made at install time stays right when the bundle is built afterwards.
import '../dist/main.js';
