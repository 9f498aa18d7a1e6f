/** Working without a network, and new versions of the site. */
export const offline = {
  title: '인터넷 없이 쓰기',
  text: '한 번 열어 두면 인터넷이 끊겨도 레슨과 작업대가 그대로 열립니다.',
  waiting: '준비를 기다리는 중입니다.',
  filling: (done: string, total: string) => `내려받는 중: ${done} / ${total} MB`,
  ready: (total: string) => `준비되었습니다. ${total} MB를 내려받아 두었습니다.`,
  failed: '일부를 내려받지 못했습니다. 다음에 열 때 이어서 받습니다.',
  savesData: '데이터 절약 모드라서 미리 내려받지 않았습니다.',
  unsupported: '이 브라우저는 인터넷 없이 쓰기를 지원하지 않습니다.',
  update: '이 사이트의 새 판이 나왔습니다. 하던 작업은 그대로 남습니다.',
  updateNow: '새로고침',
  later: '나중에',
};
