import { api } from '@lumiku/app-kit/web';
import { ShareLink } from '@lumiku/contract';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';

export const sharesQuery = queryOptions({
  queryKey: ['shares', 'list'],
  queryFn: async ({ signal }) =>
    (await api.get('/api/shares', { schema: z.object({ data: z.array(ShareLink) }), signal })).data,
});

export const shares = {
  takeBack: (id: string) => api.delete(`/api/shares/${id}`, { schema: z.unknown() }),
};
