/** What the course says beside its lessons: questions, errors, review, commands, words. */
export const courseKo = {
  quiz: {
    predict: '예측해 보기',
    choose: '골라 보기',
    order: '순서대로 놓기',
    mark: '위험한 줄 고르기',
    type: '명령 적어 보기',
    reason: '왜 위험한가요?',
    line: (number: number) => `${number}번째 줄`,
    up: (what: string) => `위로 옮기기: ${what}`,
    down: (what: string) => `아래로 옮기기: ${what}`,
    command: '명령',
    changed: (file: string) => `${file}에서 바뀐 줄`,
    thenRun: '그리고 실행하면',
    made: '보기는 실제로 실행해서 만들었습니다',
    answerFirst: '먼저 답을 정해 주세요.',
  },
  output: { label: (command: string) => `${command} 출력` },
};
