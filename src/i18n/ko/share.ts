/** Sharing, opening what was shared, taking a project home, keeping all work in a file. */
export const share = {
  button: '공유',
  title: '작업 공유하기',
  lead: (steps: number, files: number) =>
    `받은 사람이 링크를 열면 지금 이 작업대가 그대로 되살아납니다. 파일 ${files}개${steps > 0 ? `와 지금까지 한 일 ${steps}가지` : ''}가 링크 안에 들어 있습니다.`,
  private: '작업은 링크 안에만 있습니다. 어느 서버에도 저장하지 않습니다.',
  link: '링크',
  copy: '링크 복사',
  copied: '복사했습니다',
  size: (kilobytes: string) => `${kilobytes} kB`,
  preparing: '링크를 만들고 있습니다',
  tooLong:
    '작업이 커서 링크로는 보낼 수 없습니다. 파일로 받아서 보내 주세요. 받은 사람은 이 페이지에 파일을 끌어다 놓으면 됩니다.',
  file: '파일로 받기',
  fileText: '이 페이지에 끌어다 놓으면 다시 열립니다.',
  takeHome: '내 컴퓨터로 가져가기',
  takeHomeText: '진짜 Alembic으로 바로 실행할 수 있는 프로젝트를 zip 파일로 받습니다.',
  copyAddress: (name: string) => `주소 복사: ${name}`,
  opened: '링크로 받은 작업대를 열었습니다. 내가 하던 작업은 그대로 있습니다.',
  mine: '내 작업으로 돌아가기',
  refusedTitle: '받은 작업을 열지 못했습니다.',
  refused: {
    damaged: '링크나 파일이 중간에 잘렸거나 망가졌습니다. 보낸 사람에게 다시 받아 보세요.',
    'too-large': '받아들일 수 있는 크기를 넘었습니다.',
    newer: '이 사이트의 더 새로운 판에서 만든 것입니다. 페이지를 새로고침한 뒤 다시 열어 보세요.',
    'not-ours': '이 사이트에서 만든 작업이 아닙니다.',
  },
  drop: '여기에 놓으면 엽니다',
  readme: (packages: string) => `# 내 마이그레이션 프로젝트

증류소에서 가져온 프로젝트입니다. 브라우저에서 쓰던 파일 그대로이고, 진짜 Alembic 1.19.1과 PostgreSQL로 실행됩니다.

## 준비

Python 3.11 이상과 Docker가 필요합니다.

    docker compose up -d
    python3 -m venv .venv
    .venv/bin/pip install ${packages}

Windows에서는 \`.venv/bin/\` 대신 \`.venv\\Scripts\\\`를 쓰세요.

## 실행

    .venv/bin/alembic upgrade head
    .venv/bin/alembic check

데이터베이스는 빈 상태로 시작합니다. 브라우저에서 넣은 행은 들어 있지 않습니다.
접속 주소는 \`alembic.ini\`의 \`sqlalchemy.url\`이고, 아이디와 비밀번호는 \`docker-compose.yml\`에 있습니다.
`,
  fold: (name: string) => `접기: ${name}`,
  unfold: (name: string) => `펴기: ${name}`,
  work: {
    title: '내 작업 전부',
    text: '모든 레슨의 작업과 진도를 파일 하나로 내려받거나, 다른 브라우저에서 받은 파일을 불러옵니다.',
    export: '모두 내려받기',
    import: '불러오기',
    imported: (workspaces: number) => `작업 ${workspaces}개와 진도를 불러왔습니다.`,
    keeps: '이 브라우저에 같은 작업이 있으면 이름을 달리해 둘 다 보관합니다.',
    refused: '불러오지 못했습니다.',
    beside: '나란히 보관한 작업',
    own: '이 브라우저의 작업',
    other: '불러왔거나 따로 연 작업',
    steps: (steps: number) => `${steps}단계`,
  },
};
