from contextlib import asynccontextmanager
from typing import Annotated
from fastapi import FastAPI, APIRouter, Depends, HTTPException, status, Query, Path, Body, Request, Response, BackgroundTasks
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse, HTMLResponse
from fastapi.security import OAuth2PasswordBearer, OAuth2PasswordRequestForm
from starlette.middleware.base import BaseHTTPMiddleware
from pydantic import BaseModel
@asynccontextmanager
async def lifespan(app):
    yield
app = FastAPI(title="x", lifespan=lifespan)
app.add_middleware(CORSMiddleware, allow_origins=["*"])
router = APIRouter(prefix="/users", tags=["users"])
oauth = OAuth2PasswordBearer(tokenUrl="token")
class U(BaseModel):
    id: int
def get_db():
    yield 1
@router.get("/{id}", response_model=U, status_code=status.HTTP_200_OK)
async def read(id: int, q: str | None = Query(None, max_length=5), db = Depends(get_db), token: Annotated[str, Depends(oauth)] = ""):
    raise HTTPException(status_code=404, detail="no")
@app.exception_handler(ValueError)
async def h(request: Request, exc): return JSONResponse(status_code=400, content={})
@app.on_event("startup")
async def st(): pass
app.include_router(router, prefix="/api")
print(app.title, [r.path for r in router.routes], status.HTTP_422_UNPROCESSABLE_ENTITY, status.HTTP_404_NOT_FOUND)
e = HTTPException(404)
print(e.detail, e.status_code, str(HTTPException(400, "bad")), repr(HTTPException(400, "bad")))
try: APIRouter(prefix="x")
except AssertionError as x: print(x)
