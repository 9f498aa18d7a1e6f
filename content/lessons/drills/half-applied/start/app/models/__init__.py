from app.models import order, user
