import { ChoiceGroup, Radio } from '../../ui/choices.tsx';
import { fieldOf, type Question } from './questions.ts';

type QuestionFieldsProps = {
  readonly questions: readonly Question[];
  /** What was answered before. */
  readonly given?: Readonly<Record<string, number>>;
};

/** One line of choices a question; each may be passed over. */
export function QuestionFields({ questions, given = {} }: QuestionFieldsProps) {
  return (
    <div className="question-fields">
      {questions.map(({ name, label, answers }) => (
        <ChoiceGroup key={name} label={label} id={fieldOf(name)}>
          <div className="scale">
            {answers.map((answer, at) => (
              <Radio
                key={answer}
                name={fieldOf(name)}
                value={at + 1}
                label={answer}
                defaultChecked={given[name] === at + 1}
              />
            ))}
          </div>
        </ChoiceGroup>
      ))}
    </div>
  );
}
