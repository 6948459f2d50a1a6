// Databases that a study can be computed in. What they write otherwise is sums/sql's, how they are reached the host's.

export const engines = ['postgres', 'clickhouse', 'duckdb'] as const;
export type EngineName = (typeof engines)[number];
