/** A revision file beside the models. */
export const modelDiff = {
  open: '모델과 비교하기, 바뀐 곳 보기',
  views: '무엇과 비교할까요',
  view: { models: '모델과 비교', run: '마지막 실행과 비교' },
  label: (path: string) => `${path}: 지금 모델과 비교`,
  comparing: '모델과 비교하는 중입니다.',
  same: '이 파일은 지금 모델이 말하는 그대로 합니다.',
  differs: (count: number) => `지금 모델과 ${count}곳이 다릅니다.`,
  whatWaiting: '아직 적용하지 않은 리비전입니다. 모델이 맞다면 이 파일을, 파일이 맞다면 모델을 고치세요.',
  whatApplied:
    '이미 적용한 리비전입니다. 이 파일을 고쳐도 데이터베이스는 그대로입니다. 모델이 맞다면 새 리비전을 만드세요.',
  laterNote: (count: number) =>
    `뒤에 리비전이 ${count}개 더 있고, 모델은 그 끝의 모습입니다. 뒤의 리비전이 하는 일은 세지 않았습니다.`,
  legend: { models: '모델대로라면', file: '이 파일' },
  thisFile: '이 파일',
  nothing: '하는 일이 없습니다.',
  kind: {
    same: '같습니다',
    changed: '다릅니다',
    models: '모델에만 있습니다',
    file: '이 파일에만 있습니다',
    hand: '손으로 쓴 줄입니다. autogenerate는 쓰지 않습니다',
  },
  later: (revision: string) => `뒤의 리비전 ${revision}에 있습니다`,
  cannot: {
    before: '앞의 리비전이 실행되지 않아서 비교할 수 없습니다.',
    generate: 'autogenerate가 실패해서 비교할 수 없습니다.',
    file: '이 파일을 리비전으로 읽을 수 없습니다.',
    merge: '두 줄기를 합치는 리비전입니다. 모델에서 나온 것이 없어 비교할 것도 없습니다.',
  },
};
