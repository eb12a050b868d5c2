namespace FrontDesk.Simulator;

/// <summary>A list the carrier writes and others may read at any time.</summary>
internal sealed class Journal<T>
{
    private readonly Lock gate = new();
    private readonly List<T> items = [];

    public void Add(T item)
    {
        lock (gate)
            items.Add(item);
    }

    public void Replace(T old, T with)
    {
        lock (gate)
        {
            // What is replaced was added a moment ago, and a year is long.
            if (items.LastIndexOf(old) is >= 0 and var at)
                items[at] = with;
        }
    }

    public void Remove(T item)
    {
        lock (gate)
            items.Remove(item);
    }

    public T[] ToArray()
    {
        lock (gate)
            return [.. items];
    }
}
