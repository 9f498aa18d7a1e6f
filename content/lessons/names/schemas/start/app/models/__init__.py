from app.models import employee, user
