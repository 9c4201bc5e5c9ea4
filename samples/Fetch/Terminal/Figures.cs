namespace FetchSample.Terminal;

static class Figures
{
    public static string Size(long bytes) => bytes switch
    {
        < 1 << 10 => $"{bytes} B",
        < 1 << 20 => $"{bytes / 1024.0:N1} KiB",
        _ => $"{bytes / 1048576.0:N1} MiB",
    };

    public static string Milliseconds(TimeSpan time) => $"{time.TotalMilliseconds:N0} ms";
}
