import type { PoolClient } from 'pg';

export interface Table {
  name: string;
  columns: string[];
}

/** All tables of ours, each after those it refers to, so that rows can be put back in this order. */
export async function readTables(client: PoolClient): Promise<Table[]> {
  const { rows: columns } = await client.query<{ table: string; column: string }>(`
    SELECT c.table_name AS table, c.column_name AS column
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
    ORDER BY c.table_name, c.ordinal_position`);
  const { rows: arrows } = await client.query<{ from: string; to: string }>(`
    SELECT DISTINCT child.relname AS from, parent.relname AS to
    FROM pg_constraint JOIN pg_class child ON child.oid = conrelid JOIN pg_class parent ON parent.oid = confrelid
    WHERE contype = 'f' AND child.relnamespace = 'public'::regnamespace AND conrelid <> confrelid`);
  const byName = Map.groupBy(columns, ({ table }) => table);
  return inOrder([...byName.keys()], arrows).map((name) => ({
    name,
    columns: (byName.get(name) ?? []).map(({ column }) => column),
  }));
}

/** @throws when tables refer to each other in a circle, which none of ours do. */
function inOrder(names: readonly string[], arrows: readonly { from: string; to: string }[]) {
  const left = new Set(names);
  const order: string[] = [];
  while (left.size > 0) {
    const free = [...left].filter((name) =>
      arrows.every(({ from, to }) => from !== name || !left.has(to)),
    );
    if (free.length === 0) throw new Error(`tables in a circle: ${[...left].join(', ')}`);
    for (const name of free) left.delete(name);
    order.push(...free);
  }
  return order;
}

export async function readSequences(client: PoolClient): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; value: string | null }>(
    `SELECT sequencename AS name, last_value::text AS value FROM pg_sequences WHERE schemaname = 'public'`,
  );
  return Object.fromEntries(rows.flatMap(({ name, value }) => (value ? [[name, value]] : [])));
}

/** Quotes a name for SQL. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
