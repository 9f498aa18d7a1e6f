from app.models import book, user
