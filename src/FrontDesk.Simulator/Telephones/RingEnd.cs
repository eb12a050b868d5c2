namespace FrontDesk.Simulator.Telephones;

/// <summary>How a telephone's ringing ends.</summary>
internal enum RingEnd
{
    Answered,
    Busy,
    NoAnswer,
    Failed,
    Canceled,
}
