-- Whoever signs up first owns the studio. Two first sign-ups at once queue on the advisory lock, which is held until
-- commit; the second then sees the first (each statement here reads a fresh snapshot). Nobody becomes owner by asking.
CREATE FUNCTION users_first_is_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.is_owner := false;
  IF EXISTS (SELECT 1 FROM users) THEN
    RETURN NEW;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('lumiku.first-owner', 0));
  IF NOT EXISTS (SELECT 1 FROM users) THEN
    NEW.is_owner := true;
    NEW.role := 'admin';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER users_first_is_owner BEFORE INSERT ON users
  FOR EACH ROW EXECUTE FUNCTION users_first_is_owner();
