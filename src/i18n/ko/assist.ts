/** What the editor offers beside a file: problems, ways out, differences. */
import { withParticle } from '../particles.ts';

export const assist = {
  addComma: '쉼표 넣기',
  addColon: '콜론 넣기',
  addImport: (name: string) => `${withParticle(name, '을/를')} import하기`,
  forgotten: (table: string, path: string) =>
    `env.py가 ${withParticle(path, '을/를')} import하지 않아서, Alembic은 ${table} 테이블의 모델이 없다고 봅니다.`,
  importModel: (path: string) => `${withParticle(path, '을/를')} import하기`,
  fix: '고치기',
  fixes: '고칠 방법',
  diff: '마지막 실행 뒤로 바뀐 곳 보기',
  closeDiff: '편집기로 돌아가기',
  noChange: '마지막으로 명령을 실행한 뒤로 바뀐 곳이 없습니다.',
  diffLabel: (path: string) => `${path}: 왼쪽은 마지막 실행 때, 오른쪽은 지금`,
  dryRun: '미리 실행해 보니',
};
