namespace FrontDesk.Simulator.Calls;

/// <summary>Whoever hears a telephone's end of the line.</summary>
internal interface IListener
{
    /// <summary>True once the prompts are over and it is the telephone's turn.</summary>
    bool IsListening { get; }

    /// <summary>Done when it has heard enough.</summary>
    Task Done { get; }

    void Key(char key);

    void SpeechBegins();

    void SpeechEnds(string words, double seconds, double? confidence);
}
