import { inBoth, PageMeta } from '@lumiku/contract';
import { z } from 'zod';
import { Avatar } from './avatars.ts';
import { PlainText, Success } from './choices.ts';

/** An album of avatars. Times are ISO 8601 UTC. */
export const Project = z.object({
  id: z.uuid(),
  userId: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  avatarCount: z.number().int(),
  /** Thumbnails of its newest avatars, at most four; the first is the cover. */
  coverUrls: z.array(z.string()),
  createdAt: z.iso.datetime(),
  /** Moves when it is renamed and when avatars come or go. */
  updatedAt: z.iso.datetime(),
});
export type Project = z.infer<typeof Project>;

const ProjectName = PlainText.min(
  1,
  inBoth({ en: 'Give the project a name.', id: 'Beri album ini nama.' }),
).max(
  100,
  inBoth({
    en: 'Use at most 100 characters for the name.',
    id: 'Pakai paling banyak 100 huruf untuk nama.',
  }),
);
const Description = PlainText.max(
  1_000,
  inBoth({
    en: 'Use at most 1000 characters for the description.',
    id: 'Pakai paling banyak 1000 huruf untuk keterangan.',
  }),
).nullable();

export const CreateProjectInput = z.object({
  name: ProjectName,
  description: Description.optional(),
});
export type CreateProjectInput = z.infer<typeof CreateProjectInput>;

/** What is left out stays; a description of null goes. */
export const UpdateProjectInput = z
  .object({ name: ProjectName.optional(), description: Description.optional() })
  .refine((change) => change.name !== undefined || change.description !== undefined, {
    message: inBoth({
      en: 'Say what to change: a name, a description or both.',
      id: 'Sebutkan yang diubah: nama, keterangan, atau keduanya.',
    }),
  });
export type UpdateProjectInput = z.infer<typeof UpdateProjectInput>;

export const ListProjectsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
});
export type ListProjectsQuery = z.infer<typeof ListProjectsQuery>;

/** Most recently touched first. */
export const ProjectsAnswer = z.object({
  success: Success,
  projects: z.array(Project),
  meta: PageMeta,
});
export const ProjectAnswer = z.object({ success: Success, project: Project });
/** With its newest 100 avatars; `GET /projects/:projectId/avatars` pages through all of them. */
export const ProjectWithAvatarsAnswer = z.object({
  success: Success,
  project: Project.extend({ avatars: z.array(Avatar) }),
});
export const DoneAnswer = z.object({ success: Success, message: z.string() });

/** What `GET /stats` sums up. */
export const CreatorStats = z.object({
  totalProjects: z.number().int(),
  totalAvatars: z.number().int(),
  generatedAvatars: z.number().int(),
  uploadedAvatars: z.number().int(),
  /** How often avatars were used elsewhere. */
  totalUses: z.number().int(),
  totalCreditsUsed: z.number().int(),
});
export type CreatorStats = z.infer<typeof CreatorStats>;
export const CreatorStatsAnswer = z.object({ success: Success, data: CreatorStats });
