/** Drills: incidents that are scored. */
export const drill = {
  title: '수습 점수',
  rows: '지킨 행',
  commands: '바꾼 명령',
  par: (count: number) => `본보기는 ${count}번`,
  rule: '무언가를 바꾼 명령만 셉니다. 살펴보는 명령과, 타임라인에서 되돌린 명령은 세지 않습니다.',
  perfect: '행을 모두 지켰고, 명령도 본보기만큼만 썼습니다.',
  kept: (par: number) => `행을 모두 지켰습니다. 본보기는 명령 ${par}번으로 끝냈습니다.`,
  lost: (count: number) => `행 ${count}개를 지키지 못했습니다. 타임라인에서 돌아가 다른 길을 찾아보세요.`,
  best: (kept: number, rows: number, commands: number) => `행 ${kept}/${rows}, 명령 ${commands}번`,
};
