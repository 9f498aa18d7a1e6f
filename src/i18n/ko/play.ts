/** The playground, and what is said about a project that was brought along. */
import { withParticle } from '../particles.ts';

export const play = {
  title: '놀이터',
  description:
    '레슨 없이 마음껏 실험하는 작업대. 내 프로젝트를 가져와 리비전 그래프를 보고 미리 실행해 볼 수 있습니다.',
  lead: '정해진 순서가 없는 작업대입니다. 출발점을 하나 고르세요. 한 일은 출발점마다 따로 이 브라우저에 남습니다.',
  choose: '다른 출발점',
  ownTitle: '내 프로젝트 가져오기',
  ownText:
    '모델, alembic.ini, versions 폴더가 든 프로젝트를 폴더째 또는 zip으로 여기에 놓으세요. 그래프와 head, 끊긴 연결을 보여 주고 마이그레이션을 미리 실행해 봅니다. SQL 덤프가 있으면 함께 놓으세요.',
  ownFolder: '폴더 고르기',
  ownZip: 'zip 고르기',
  ownPrivate:
    '아무것도 브라우저 밖으로 나가지 않습니다. 파일 2,000개, 파일 하나에 1 MB, 모두 8 MB까지 받습니다.',
  own: '내 프로젝트',
  problem: {
    empty: '읽을 수 있는 파일이 없습니다. 프로젝트 폴더나 zip 파일인지 확인해 주세요.',
    'too-many': '파일이 2,000개가 넘습니다. 가상 환경이나 node_modules를 빼고 다시 놓아 주세요.',
    'too-large': '텍스트가 모두 8 MB를 넘습니다. 모델과 마이그레이션이 든 폴더만 놓아 주세요.',
    'not-zip': 'zip 파일이 망가졌거나 zip 파일이 아닙니다.',
    failed: '파일을 읽지 못했습니다.',
  },
  report: {
    title: '프로젝트를 살펴보았습니다',
    close: '닫기',
    files: (taken: number, left: number) =>
      left > 0 ? `파일 ${taken}개를 읽고 ${left}개는 두고 왔습니다.` : `파일 ${taken}개를 읽었습니다.`,
    leftOut: '두고 온 파일',
    why: {
      binary: '텍스트가 아님',
      large: '1 MB 초과',
      ignored: '캐시나 가상 환경',
      outside: '프로젝트 폴더 밖',
      name: '쓸 수 없는 이름',
    },
    noIni: 'alembic.ini가 없습니다. 프로젝트의 맨 위 폴더를 놓았는지 확인해 주세요.',
    revisions: (count: number) => `리비전 ${count}개`,
    heads: (count: number) => `head ${count}개`,
    missing: (revision: string, wanted: string) => `${revision}의 앞 리비전 ${wanted}의 파일이 없습니다.`,
    broken: (path: string) => `${withParticle(path, '을/를')} 읽을 수 없습니다.`,
    scripts: '리비전 폴더를 읽을 수 없습니다.',
    otherDatabase: 'alembic.ini가 다른 데이터베이스를 가리킵니다.',
    pointHere: '이 작업대의 데이터베이스로 바꾸기',
    dump: (name: string) => `SQL 덤프 ${withParticle(name, '을/를')} 찾았습니다.`,
    loadDump: '데이터베이스에 넣기',
    rehearsing: '미리 실행하고 있습니다',
    rehearsalText: '데이터베이스의 복사본에서 upgrade heads와 check를 실행합니다. 아무것도 바뀌지 않습니다.',
    passed: '끝까지 올라갔고, 모델과 데이터베이스가 같습니다.',
    differs: '끝까지 올라갔지만, 모델과 데이터베이스가 다릅니다.',
    failed: (line: string) => `${line}에서 멈췄습니다.`,
    fine: '눈에 띄는 문제가 없습니다.',
  },
};
