// BELAY011: an operation that could be stopped is left to go on when the task is cancelled.
class Download(HttpClient http)
{
    public async Coro<byte[]> Get() => await http.GetByteArrayAsync("http://localhost");
}
