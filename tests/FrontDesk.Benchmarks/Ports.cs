using System.Net;
using System.Net.Sockets;

namespace FrontDesk.Benchmarks;

/// <summary>Ports nobody listens on just now, each given once.</summary>
public static class Ports
{
    /// <summary>Below those that Linux gives to connections going out: a program that is started again must find its port as it left it.</summary>
    private const int First = 20_000;

    private const int Count = 12_000;

    private static int next = Random.Shared.Next(Count);

    public static int Free()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref next) % Count);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
            }
        }
    }
}
