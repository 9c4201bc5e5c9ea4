// BELAY011: a coroutine takes a token as well, so that there are two ways to cancel it, and callers use either.
class Api(HttpClient http)
{
    public async Coro<string> Get(CancellationToken cancellationToken) => await http.GetStringAsync("http://localhost", cancellationToken);
}
