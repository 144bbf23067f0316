CREATE TABLE "app_switches" (
	"app_id" text PRIMARY KEY NOT NULL,
	"is_on" boolean NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"action" text NOT NULL,
	"is_by_person" boolean NOT NULL,
	"is_to_person" boolean NOT NULL,
	"actor_id" text,
	"target_id" text,
	"subject" text,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "file_sweeps" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "file_sweeps_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"removed" integer NOT NULL,
	"missing" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_target_id_users_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_actor_idx" ON "audit_entries" USING btree ("actor_id") WHERE actor_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_entries_target_idx" ON "audit_entries" USING btree ("target_id") WHERE target_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "file_sweeps_at_idx" ON "file_sweeps" USING btree ("at");--> statement-breakpoint
-- The log only grows. The one exception is a person who leaves: their id is taken out of their lines, and nothing else.
CREATE FUNCTION audit_entries_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
    AND (NEW.actor_id IS NULL OR NEW.actor_id = OLD.actor_id)
    AND (NEW.target_id IS NULL OR NEW.target_id = OLD.target_id)
    AND (NEW.id, NEW.at, NEW.action, NEW.is_by_person, NEW.is_to_person, NEW.details)
      = (OLD.id, OLD.at, OLD.action, OLD.is_by_person, OLD.is_to_person, OLD.details)
    AND NEW.subject IS NOT DISTINCT FROM OLD.subject
    AND NOT EXISTS (
      SELECT 1 FROM users WHERE id IN (
        CASE WHEN NEW.actor_id IS NULL THEN OLD.actor_id END,
        CASE WHEN NEW.target_id IS NULL THEN OLD.target_id END
      )
    ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The audit log is append-only: line % stays as it is.', OLD.id;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE ON audit_entries
  FOR EACH ROW EXECUTE FUNCTION audit_entries_refuse_change();
