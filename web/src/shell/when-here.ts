import { connection } from '@lumiku/app-kit/web';

/**
 * Loads the code of a screen; while the studio cannot be reached, as soon as it can again. Otherwise a click without a
 * network would have the router reload the page, and what is open be lost to the browser's own page.
 * @param isHere whether the studio answers at all; when it does, it is the code that is gone and the failure is passed on
 */
export function whenHere<T>(load: () => Promise<T>, isHere = answers): () => Promise<T> {
  return async () => {
    while (true) {
      try {
        return await load();
      } catch (cause) {
        if (await isHere()) throw cause;
        await backAgain();
      }
    }
  };
}

const answers = () =>
  fetch('/health').then(
    () => true,
    () => false,
  );

/** Told by the banner, which asks while it stands there. */
function backAgain(): Promise<void> {
  connection.report('lost');
  return new Promise((resolve) => {
    const stop = connection.subscribe(() => {
      if (connection.current() === 'lost') return;
      stop();
      resolve();
    });
  });
}
