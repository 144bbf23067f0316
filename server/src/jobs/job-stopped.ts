/** Why a running job's signal aborted; `signal.reason` of every `RunningJob`. */
export class JobStopped extends Error {
  readonly why: 'ended' | 'lease_lost' | 'timed_out' | 'shutdown';
  constructor(why: JobStopped['why']) {
    super(`The job was stopped: ${why}.`);
    this.name = 'JobStopped';
    this.why = why;
  }
}
