CREATE TABLE "engine_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"job_id" uuid,
	"engine_id" text NOT NULL,
	"kind" text NOT NULL,
	"model" text,
	"submitted_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"outcome" text,
	"said" text,
	"retry_after_seconds" integer,
	"took_ms" integer,
	"cost_usd" double precision
);
--> statement-breakpoint
CREATE TABLE "engine_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"engine_id" text NOT NULL,
	"state" text NOT NULL,
	"stage" text,
	"fraction" real,
	"report" jsonb,
	"webp" "bytea",
	"began_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "engine_previews" (
	"job_id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"version" integer NOT NULL,
	"webp" "bytea" NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "engine_previews" ADD CONSTRAINT "engine_previews_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "engine_attempts_engine_idx" ON "engine_attempts" USING btree ("engine_id","submitted_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "engine_attempts_job_idx" ON "engine_attempts" USING btree ("job_id");--> statement-breakpoint
CREATE INDEX "engine_attempts_submitted_idx" ON "engine_attempts" USING btree ("submitted_at");--> statement-breakpoint
CREATE INDEX "engine_checks_engine_idx" ON "engine_checks" USING btree ("engine_id","began_at" DESC NULLS FIRST);
--> statement-breakpoint
-- The cost of an attempt stays in the sums when its person leaves; what a service said may repeat their words and goes.
CREATE FUNCTION engines_forget_user() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE engine_attempts SET job_id = NULL, said = NULL
	WHERE job_id IN (SELECT id FROM jobs WHERE user_id = OLD.id);
	RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER engines_forget_user BEFORE DELETE ON users FOR EACH ROW EXECUTE FUNCTION engines_forget_user();
