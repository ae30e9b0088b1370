"""JSON bodies: what Python's reader cannot take is no JSON, a refusal and never a defect."""

from typing import Any

from flask_smorest.arguments import FlaskParser
from werkzeug.exceptions import BadRequest


class Body(FlaskParser):
    """Reads JSON; 400 also where it is nested too deeply or a number has thousands of digits."""

    def load_json(self, req: Any, schema: Any) -> Any:
        try:
            return super().load_json(req, schema)
        except (RecursionError, ValueError) as error:
            raise BadRequest from error
