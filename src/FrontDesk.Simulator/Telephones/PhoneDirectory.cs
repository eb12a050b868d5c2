namespace FrontDesk.Simulator.Telephones;

/// <summary>All the telephones there are; each comes into being when first named.</summary>
internal sealed class PhoneDirectory(Switchboard board)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Telephone> phones = new(StringComparer.Ordinal);

    public Telephone this[string number]
    {
        get
        {
            lock (gate)
            {
                if (!phones.TryGetValue(number, out var phone))
                    phones.Add(number, phone = new Telephone(board, number));
                return phone;
            }
        }
    }

    public IReadOnlyList<Telephone> All
    {
        get
        {
            lock (gate)
                return [.. phones.Values];
        }
    }
}
