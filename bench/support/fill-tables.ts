import type { TestDatabase } from '@lumiku/server/testing';

type Pool = TestDatabase['pool'];

/** Copies the poses there are until there are `count` of them. */
export async function fillPoses(pool: Pool, count: number): Promise<void> {
  await pool.query(
    `WITH listed AS (SELECT *, count(*) OVER () AS size FROM pose_templates WHERE NOT is_retired),
     copies AS (
       SELECT listed.id, copy FROM listed, generate_series(1, $1 / listed.size) AS copy
       ORDER BY copy, listed.position
       LIMIT $1 - (SELECT count(*) FROM listed)
     )
     INSERT INTO pose_templates
     SELECT filled.* FROM copies
     JOIN pose_templates AS pose USING (id),
     LATERAL jsonb_populate_record(pose, jsonb_build_object(
       'id', pose.id || '-' || copy, 'position', pose.position + copy * 1000)) AS filled`,
    [count],
  );
}

/** Gives the one person there is `count` finished generations, a minute apart. @returns their id */
export async function fillGenerations(pool: Pool, count: number): Promise<string> {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM users');
  const [person] = rows;
  if (!person) throw new Error('Nobody has signed up.');
  await pool.query(
    `INSERT INTO avatar_generations (id, user_id, pose_template_id, input_image_url, output_image_url,
       thumbnail_url, status, engine, seed, look_choice, created_at, started_at, completed_at)
     SELECT gen_random_uuid(), $1, 'catalogue-front', '/uploads/in-' || at, '/uploads/out-' || at,
       '/uploads/small-' || at, 'completed', 'local', at, '{}',
       now() - at * interval '1 minute', now() - at * interval '1 minute', now() - at * interval '1 minute'
     FROM generate_series(1, $2) AS at`,
    [person.id, count],
  );
  return person.id;
}
