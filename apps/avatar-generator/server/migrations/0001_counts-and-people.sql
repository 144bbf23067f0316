ALTER TABLE "avatar_generations" ADD CONSTRAINT "avatar_generations_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE;
--> statement-breakpoint
ALTER TABLE "avatar_generation_counts" ADD CONSTRAINT "avatar_generation_counts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE;
--> statement-breakpoint
-- Statuses are always touched in alphabetical order, so that two changes of one person cannot wait for each other.
-- A row that leaves only updates: when its person is being deleted, the sums may be gone already.
CREATE FUNCTION avatar_generations_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    UPDATE avatar_generation_counts SET
      generations = generations - 1,
      credits = credits - OLD.credit_used,
      processing_ms = processing_ms - coalesce(round(1000 * extract(epoch FROM OLD.completed_at - OLD.started_at)), 0)
    WHERE user_id = OLD.user_id AND status = OLD.status;
    RETURN NULL;
  END IF;
  INSERT INTO avatar_generation_counts AS sums (user_id, status, generations, credits, processing_ms)
  SELECT user_id, status, sum(generations), sum(credits), sum(processing_ms)
  FROM (
    SELECT NEW.user_id, NEW.status, 1 AS generations, NEW.credit_used AS credits,
      coalesce(round(1000 * extract(epoch FROM NEW.completed_at - NEW.started_at)), 0) AS processing_ms
    UNION ALL
    SELECT OLD.user_id, OLD.status, -1, -OLD.credit_used,
      -coalesce(round(1000 * extract(epoch FROM OLD.completed_at - OLD.started_at)), 0)
    WHERE TG_OP = 'UPDATE'
  ) AS change
  GROUP BY user_id, status
  ORDER BY user_id, status
  ON CONFLICT (user_id, status) DO UPDATE SET
    generations = sums.generations + excluded.generations,
    credits = sums.credits + excluded.credits,
    processing_ms = sums.processing_ms + excluded.processing_ms;
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER avatar_generations_count_new_or_gone AFTER INSERT OR DELETE ON avatar_generations
  FOR EACH ROW EXECUTE FUNCTION avatar_generations_count();
--> statement-breakpoint
CREATE TRIGGER avatar_generations_count_changed AFTER UPDATE OF status, credit_used, started_at, completed_at ON avatar_generations
  FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status OR OLD.credit_used <> NEW.credit_used
    OR OLD.started_at IS DISTINCT FROM NEW.started_at OR OLD.completed_at IS DISTINCT FROM NEW.completed_at)
  EXECUTE FUNCTION avatar_generations_count();
