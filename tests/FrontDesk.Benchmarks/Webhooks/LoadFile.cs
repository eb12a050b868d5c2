namespace FrontDesk.Benchmarks.Webhooks;

/// <summary>Distinct signed calls on disk, enough that no run ever repeats one: a repeat costs nothing and would flatter.</summary>
public sealed record LoadFile(string Path, int Size, int WarmUp, int Measured)
{
    public static LoadFile Write(string path, int warmUp, int measured, int seed = 20261121)
    {
        var calls = new IncomingCalls(seed);
        using var file = File.Create(path, 1 << 20);
        var size = 0;
        for (var written = 0; written < warmUp + measured; written++)
        {
            var request = calls.NextRequest();
            size = size == 0 || size == request.Length
                ? request.Length
                : throw new InvalidOperationException($"Request {written} has {request.Length} bytes and the first {size}.");
            file.Write(request);
        }

        return new(path, size, warmUp, measured);
    }
}
