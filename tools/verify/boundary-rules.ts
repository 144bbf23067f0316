export interface BoundaryRule {
  /** Files it is about; groups in it may be used in `mayReach` as $1. */
  readonly from: RegExp;
  readonly except?: RegExp;
  /** Where it may not reach … */
  readonly to: RegExp;
  /** … but for these. */
  readonly mayReach?: string;
  /** Types alone may cross. */
  readonly typesMayCross?: boolean;
  /** What is wrong and how it is done instead. */
  readonly message: string;
}

/** Tests may reach for the real parts they are tested with. */
const TESTS = /(\.test\.tsx?$|\.contract\.ts$|\/testing(\/|\.ts$)|\/test-[^/]+\.ts$)/;
const ROOMS = /^(apps|engines|packages|poses|server|web|e2e|bench|tools)\//;

/** Which room may know which. */
export const BOUNDARY_RULES: readonly BoundaryRule[] = [
  {
    from: /^apps\/([^/]+)\//,
    except: TESTS,
    to: ROOMS,
    mayReach:
      '^(apps/$1/|packages/(contract|app-kit|photo-consent|pose-finder|pose-kit|ui-kit)/|packages/figure/src/preview\\.ts$)',
    message:
      'An app knows @lumiku/contract, app-kit, photo-consent, pose-kit, pose-finder, ui-kit, @lumiku/figure/preview and itself. It reaches the platform through its AppContext.',
  },
  {
    from: /^engines\//,
    except: TESTS,
    to: ROOMS,
    mayReach: '^(engines/|packages/(contract|pose-kit|figure)/)',
    message:
      'An engine knows the port, @lumiku/contract, pose-kit and figure. Hand it anything else when it is created.',
  },
  {
    from: /^packages\//,
    to: /^(apps|engines|poses|server|web|e2e|bench|tools)\//,
    message: 'A package is used by rooms and uses none of them. Pass what it needs as an argument.',
  },
  {
    from: /^(web\/|apps\/[^/]+\/web\/)/,
    except: TESTS,
    to: /^(server\/|engines\/|apps\/[^/]+\/server\/)/,
    message:
      'Screens speak to the server over the API. Shapes that both know live in @lumiku/contract or the contract of the app.',
  },
  {
    from: /^(server\/|apps\/[^/]+\/server\/)/,
    to: /^(web\/|apps\/[^/]+\/web\/|packages\/ui-kit\/)/,
    message: 'The server serves what was built into web/dist and knows nothing of screens.',
  },
  {
    from: /^server\/src\/(?!compose\.ts)/,
    except: TESTS,
    to: /^(apps\/|engines\/(?!engine\.ts|index\.ts)|packages\/(figure|vision)\/)/,
    typesMayCross: true,
    message: 'Only server/src/compose.ts names concrete apps and engines. Hand them in from there.',
  },
  {
    from: /^server\/src\/(?!main\.ts|compose\.ts|startup\/|cli\/|testing\/)/,
    except: TESTS,
    to: /^server\/src\/(compose\.ts|startup\/|cli\/|testing\/)/,
    message: 'A room never reaches up to what puts it together. Take what it needs as an argument.',
  },
];
