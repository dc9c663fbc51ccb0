import { happened } from '@app/policy';
import { judgedCase } from '../case/case-of.js';
import type { DropCase, VerifyCase } from '../standing.commands.js';
import type { CaseDropped, CaseVerified } from '../standing.events.js';
import type { Standing } from '../standing.state.js';

/** 查证属实: somebody who did not report it has found it true. */
export function verifyCase(command: VerifyCase, standing: Standing): CaseVerified {
  const file = judgedCase(command, standing, ['open']);
  const { result, evidence = [] } = command.data;
  return happened(command, 'CaseVerified', { case: file.case, result, evidence }, [
    file.opened.article,
  ]);
}

/** It was found not to be so; the same may be reported anew. */
export function dropCase(command: DropCase, standing: Standing): CaseDropped {
  const file = judgedCase(command, standing, ['open', 'verified']);
  const { reason } = command.data;
  return happened(command, 'CaseDropped', { case: file.case, reason }, [file.opened.article]);
}
