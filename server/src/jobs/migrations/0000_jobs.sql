CREATE TABLE "job_turns" (
	"rank" smallint PRIMARY KEY NOT NULL,
	"virtual_time" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"user_id" text NOT NULL,
	"payload" jsonb NOT NULL,
	"price" integer NOT NULL,
	"hold_id" text,
	"state" text DEFAULT 'pending' NOT NULL,
	"rank" smallint NOT NULL,
	"turn" bigint NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"attempts_max" integer NOT NULL,
	"claims" integer DEFAULT 0 NOT NULL,
	"run_after" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_owner" text,
	"lease_until" timestamp with time zone,
	"engine_id" text,
	"ticket" jsonb,
	"stage" text,
	"progress" double precision,
	"error_code" text,
	"error_message" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "jobs_lease" CHECK (("jobs"."state" = 'processing') = ("jobs"."lease_owner" IS NOT NULL)),
	CONSTRAINT "jobs_price" CHECK (("jobs"."price" > 0) = ("jobs"."hold_id" IS NOT NULL)),
	CONSTRAINT "jobs_state" CHECK ("jobs"."state" IN ('pending', 'processing', 'completed', 'failed', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "jobs_next_idx" ON "jobs" USING btree ("rank","turn","created_at") WHERE "jobs"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "jobs_leases_idx" ON "jobs" USING btree ("lease_until") WHERE "jobs"."state" = 'processing';--> statement-breakpoint
CREATE INDEX "jobs_user_pending_idx" ON "jobs" USING btree ("user_id","rank","turn") WHERE "jobs"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "jobs_user_id_idx" ON "jobs" USING btree ("user_id");--> statement-breakpoint
INSERT INTO "job_turns" ("rank") VALUES (0), (1);
